/** Which cards stood open and how far down the page was, so that a reload or the way back does not begin at the top. */
export type CardPlace = { open: string[]; top: number };

const nameOf = (reportKey: string) => `satgas.cards.${reportKey}`;

export function readPlace(reportKey: string): CardPlace | undefined {
  try {
    const place: unknown = JSON.parse(window.sessionStorage.getItem(nameOf(reportKey)) ?? 'null');
    if (typeof place !== 'object' || place === null || !('open' in place) || !('top' in place)) return undefined;
    const { open, top } = place;
    if (!Array.isArray(open) || typeof top !== 'number') return undefined;
    return { open: open.filter((each) => typeof each === 'string'), top };
  } catch {
    return undefined;
  }
}

export function writePlace(reportKey: string, place: CardPlace): void {
  try {
    window.sessionStorage.setItem(nameOf(reportKey), JSON.stringify(place));
  } catch {
    // Without storage the page begins at the top: nothing that was typed depends on it.
  }
}
