package heed.file;

import java.util.function.Function;

/**
 * How a class that is no record is written: as a value of another type.
 *
 * @param type the class
 * @param as what is written in its place
 */
record Form(
    Class<?> type, Class<?> as, Function<Object, Object> write, Function<Object, Object> read) {}
