package heed.file;

import com.google.gson.reflect.TypeToken;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.List;

/** The components of a record: what they are called, their types, and how it is made of them. */
final class Members {

  private Members() {}

  static List<String> names(Class<?> record) {
    return Arrays.stream(record.getRecordComponents()).map(RecordComponent::getName).toList();
  }

  /** The type of a component, with the arguments that the record's own type was given. */
  static Type type(RecordComponent component, Type owner) {
    return resolved(component.getGenericType(), owner);
  }

  private static Type resolved(Type type, Type owner) {
    if (type instanceof TypeVariable<?> variable && owner instanceof ParameterizedType given) {
      TypeVariable<?>[] variables = ((Class<?>) given.getRawType()).getTypeParameters();
      return given.getActualTypeArguments()[List.of(variables).indexOf(variable)];
    }
    if (type instanceof TypeVariable<?> variable) {
      return resolved(variable.getBounds()[0], owner);
    }
    if (type instanceof WildcardType any) {
      return resolved(any.getUpperBounds()[0], owner);
    }
    if (type instanceof ParameterizedType nested) {
      Type[] arguments =
          Arrays.stream(nested.getActualTypeArguments())
              .map(one -> resolved(one, owner))
              .toArray(Type[]::new);
      return TypeToken.getParameterized(nested.getRawType(), arguments).getType();
    }
    return type;
  }

  /** An argument of a list, map or Optional: Object where none was given. */
  static Type argument(Type type, int place) {
    return type instanceof ParameterizedType given
        ? given.getActualTypeArguments()[place]
        : Object.class;
  }

  static Object get(Object record, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(record);
    } catch (InvocationTargetException failed) {
      throw thrown(failed);
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException("it was made accessible", impossible);
    }
  }

  /** A record by its canonical constructor, which validates; what that throws is thrown on. */
  static Object make(Class<?> record, Object[] values) {
    Class<?>[] types =
        Arrays.stream(record.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<?> canonical = record.getDeclaredConstructor(types);
      canonical.setAccessible(true);
      return canonical.newInstance(values);
    } catch (InvocationTargetException refused) {
      throw thrown(refused);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("a record has its canonical constructor", impossible);
    }
  }

  private static RuntimeException thrown(InvocationTargetException failed) {
    if (failed.getCause() instanceof Error error) {
      throw error;
    }
    return failed.getCause() instanceof RuntimeException known
        ? known
        : new IllegalStateException(failed.getCause());
  }
}
