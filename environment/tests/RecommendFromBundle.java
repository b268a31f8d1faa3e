import heed.bundle.Bundle;
import heed.serve.Request;
import heed.serve.Service;
import java.nio.file.Path;

class RecommendFromBundle {
  public static void main(String[] arguments) throws Exception {
    try (Bundle bundle = Bundle.load(Path.of(arguments[0])); Service service = Service.of(bundle)) {
      System.out.println(service.recommend(Request.of("a").withK(1)).ids());
    }
  }
}
