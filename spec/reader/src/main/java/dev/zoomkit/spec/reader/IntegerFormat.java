package dev.zoomkit.spec.reader;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.format.Format;

/**
 * Integers of two's complement in so many bits; a value of another type is for others to refuse.
 */
record IntegerFormat(String name, int bits) implements Format {

  @Override
  public String getName() {
    return name;
  }

  @Override
  public boolean matches(ExecutionContext execution, SchemaContext schema, JsonNode value) {
    return !value.isIntegralNumber() || value.bigIntegerValue().bitLength() < bits;
  }
}
