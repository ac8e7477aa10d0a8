package org.cablebeam.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.Schema.Type;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written to a file is read from it. */
class RoundTripTest {
  private int numbers;

  private static List<Schema> schemas() {
    return List.copyOf(Schemas.current().values());
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void readsARecordWithNothingButWhatItNeeds(Schema schema) throws IOException {
    SpecificRecord record = record(schema, false);
    assertThat(writeAndRead(record)).isEqualTo(record);
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void readsARecordWithEveryFieldFilled(Schema schema) throws IOException {
    SpecificRecord record = record(schema, true);
    for (Field field : schema.getFields()) {
      assertThat(record.get(field.pos())).as(field.name()).isNotNull();
    }
    assertThat(writeAndRead(record)).isEqualTo(record);
  }

  @Test
  void readsTimesDatesAndEnumsAsTheirTypes() throws IOException {
    Cable cable = (Cable) record(Cable.getClassSchema(), false);
    cable.setSentAt(Instant.parse("1966-12-03T06:41:00Z"));
    cable.setReviewDate(LocalDate.of(2006, 6, 30));
    cable.setPrecedence(Precedence.NIACT_IMMEDIATE);
    Cable read = (Cable) writeAndRead(cable);
    assertThat(read.getSentAt()).isEqualTo(Instant.parse("1966-12-03T06:41:00Z"));
    assertThat(read.getReviewDate()).isEqualTo(LocalDate.of(2006, 6, 30));
    assertThat(read.getPrecedence()).isEqualTo(Precedence.NIACT_IMMEDIATE);
    assertThat(read.getSummary()).isNull();
    assertThat(read.getTags()).isEmpty();
  }

  private static SpecificRecord writeAndRead(SpecificRecord record) throws IOException {
    Schema schema = record.getSchema();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    SpecificData model = SpecificData.getForClass(record.getClass());
    try (var writer =
        new DataFileWriter<>(new SpecificDatumWriter<SpecificRecord>(schema, model))) {
      writer.create(schema, bytes).append(record);
    }
    try (var reader =
        new DataFileStream<>(
            new ByteArrayInputStream(bytes.toByteArray()),
            new SpecificDatumReader<SpecificRecord>(schema, schema, model))) {
      SpecificRecord read = reader.next();
      assertThat(reader.hasNext()).isFalse();
      return read;
    }
  }

  private SpecificRecord record(Schema schema, boolean filled) {
    SpecificData model = SpecificData.getForSchema(schema);
    SpecificRecord record = (SpecificRecord) model.newRecord(null, schema);
    for (Field field : schema.getFields()) {
      Object value =
          field.hasDefaultValue() && !filled
              ? model.getDefaultValue(field)
              : value(field.schema(), filled);
      record.put(field.pos(), value);
    }
    return record;
  }

  private Object value(Schema schema, boolean filled) {
    boolean logical = schema.getLogicalType() != null;
    return switch (schema.getType()) {
      case UNION -> value(present(schema), filled);
      case RECORD -> record(schema, filled);
      case ARRAY -> List.of(value(schema.getElementType(), filled));
      case ENUM -> symbol(schema);
      case STRING -> "text " + number() + " \u00e9\ud83d\ude00";
      case BOOLEAN -> true;
      case INT -> logical ? LocalDate.EPOCH.plusDays(number()) : (Object) number();
      case LONG -> logical ? Instant.EPOCH.plusSeconds(number()) : (Object) (long) number();
      case DOUBLE -> number() / 4.0;
      default -> throw new IllegalArgumentException("Our schemas have no " + schema.getType());
    };
  }

  /** A value that stands nowhere else in the record. */
  private int number() {
    return ++numbers;
  }

  private static Schema present(Schema union) {
    return union.getTypes().stream()
        .filter(branch -> branch.getType() != Type.NULL)
        .findFirst()
        .orElseThrow();
  }

  private static Object symbol(Schema schema) {
    List<String> symbols = schema.getEnumSymbols();
    return SpecificData.get().createEnum(symbols.get(symbols.size() - 1), schema);
  }
}
