// Writers of answers, made when the first answer of a shape is written: a server that begins would make hundreds that nobody asks for.

import SerializerSelector from '@fastify/fast-json-stringify-compiler';

/** What the framework asks for a writer of each shape of each route; takes the place of its own, which makes all of them at once. */
export function writersWhenNeeded(): SerializerSelector.SerializerFactory {
  const factory = SerializerSelector();
  return (shapes, options) => {
    const compile = factory(shapes, options);
    return (route) => {
      let write: SerializerSelector.Serializer | undefined;
      return (value: unknown) => {
        write ??= compile(route);
        return write(value);
      };
    };
  };
}
