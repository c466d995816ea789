/** Gives the reader a file to keep, made here. */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The browser has taken hold of the content by the next turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 1_000);
}

/** A name for a file from a title: without signs that file systems refuse, and not too long. */
export function fileName(title: string, ending: string): string {
  const plain = title.replaceAll(/[\\/:*?"<>|\s.]+/g, '_').replaceAll(/^_+|_+$/g, '');
  return `${plain.slice(0, 60) || 'table'}.${ending}`;
}
