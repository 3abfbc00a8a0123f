/** Hands a file to the browser's download. */
export function saveFile(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // At once would be too early for some browsers.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** 'Diintervensi, Agustus 2023' → 'diintervensi-agustus-2023'. */
export function fileNameOf(title: string): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return (words ?? ['data']).join('-').slice(0, 80);
}
