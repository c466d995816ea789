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
    canonize(
      document: object | string,
      options: {
        readonly algorithm: 'RDFC-1.0';
        readonly format: 'application/n-quads';
        readonly inputFormat?: 'application/n-quads';
      },
    ): Promise<string>;
  }
  const processor: Processor;
  export = processor;
}
