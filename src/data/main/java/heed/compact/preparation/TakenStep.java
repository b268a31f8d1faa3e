package heed.compact.preparation;

import heed.file.RecordCodec;
import heed.log.StepTaken;

/**
 * What a step did in the database.
 *
 * @param table with the events that are left
 * @param step what it was and what it left
 */
record TakenStep(String table, StepTaken step) {

  String text() {
    return RecordCodec.plain().write(this);
  }

  static TakenStep parse(String text) {
    return RecordCodec.plain().read(text, TakenStep.class);
  }
}
