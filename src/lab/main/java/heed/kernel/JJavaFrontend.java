package heed.kernel;

import java.util.Map;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.messages.ContentType;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.publish.PublishDisplayData;
import org.dflib.jjava.jupyter.messages.publish.PublishStream;
import org.dflib.jjava.jupyter.messages.publish.PublishUpdateDisplayData;

/** The front end of a cell that JJava serves. */
record JJavaFrontend(ShellReplyEnvironment cell) implements Frontend {

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

  /** A bundle in JJava's own type. */
  static DisplayData data(Map<String, Object> bundle) {
    DisplayData data = new DisplayData();
    bundle.forEach(data::putData);
    return data;
  }

  static DisplayData named(String id, Map<String, Object> bundle) {
    DisplayData data = data(bundle);
    data.putTransientData("display_id", id);
    return data;
  }

  /** Past the cell's own queue, which only the thread that answers the request may touch. */
  private <T extends ContentType<T>> void send(T content) {
    cell.getIopub().sendMessage(new Message<>(cell.getContext(), content.getType(), content));
  }
}
