/** Where the page's head says that a worker stands; its name carries a digest. */
function addressOf(worker: string): string {
  const meta = document.querySelector<HTMLMetaElement>(`meta[name="${worker}-worker"]`);
  if (!meta) throw new Error(`The page does not say where the ${worker} worker stands.`);
  return meta.content;
}

/** Tells Monaco, the editor, where its workers stand: on this machine. */
export function placeWorkers(): void {
  Object.assign(globalThis, {
    MonacoEnvironment: {
      getWorker: (_: string, label: string) =>
        new Worker(addressOf(label === 'json' || label === 'graphql' ? label : 'editor'), {
          type: 'module',
        }),
    },
  });
}
