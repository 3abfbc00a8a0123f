/** The build that runs: the address of its first script changes with every file of the application. */
export function buildId(): string {
  const script = document.querySelector('script[type="module"][src]');
  return script?.getAttribute('src') ?? 'none';
}
