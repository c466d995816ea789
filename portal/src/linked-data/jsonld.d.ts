/** As much of the processor as the tests use; it comes without types. */
declare module 'jsonld' {
  interface Processor {
    expand(
      document: object,
      options: {
        readonly documentLoader: (
          url: string,
        ) => Promise<{ readonly documentUrl: string; readonly document: object }>;
      },
    ): Promise<object[]>;
  }
  const processor: Processor;
  export = processor;
}
