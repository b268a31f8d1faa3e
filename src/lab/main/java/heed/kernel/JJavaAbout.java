package heed.kernel;

import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.messages.Header;
import org.dflib.jjava.jupyter.messages.reply.KernelInfoReply;

/** Who the kernel is, with the status that Jupyter's protocol asks for and JJava leaves out. */
final class JJavaAbout extends KernelInfoReply {
  final String status = "ok";

  JJavaAbout(BaseKernel kernel) {
    super(
        Header.PROTOCOL_VERISON,
        "heed",
        HeedVersion.ofLibrary(),
        kernel.getLanguageInfo(),
        "Heed " + HeedVersion.ofLibrary() + " :: " + kernel.getBanner(),
        kernel.getHelpLinks());
  }
}
