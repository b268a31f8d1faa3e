package heed.kernel;

import java.util.Map;

/** Where the output of one cell goes; safe for use by several threads. */
interface Frontend {

  /** Nobody is there yet. */
  Frontend NONE =
      new Frontend() {
        @Override
        public void print(boolean error, String text) {}

        @Override
        public void show(Map<String, Object> bundle) {}

        @Override
        public void show(String id, Map<String, Object> bundle) {}

        @Override
        public void replace(String id, Map<String, Object> bundle) {}
      };

  /** Sends text as it was printed, whole lines or not. */
  void print(boolean error, String text);

  /** Shows what the bundle holds, by MIME type. */
  void show(Map<String, Object> bundle);

  /** Shows it under a name, so that it can be replaced. */
  void show(String id, Map<String, Object> bundle);

  /** Replaces what was shown under this name. */
  void replace(String id, Map<String, Object> bundle);
}
