const breath = 8;

/**
 * Brings a cell between what sticks to the top (its card's heading) and what lies over the bottom (the bar, the
 * keyboard). A cell that is in sight stays where it is: fields that jump are hard to hit.
 */
export function keepInSight(cell: HTMLElement, bar: HTMLElement | null): void {
  const place = cell.getBoundingClientRect();
  if (place.height === 0) return;
  const heading = cell.closest('details')?.querySelector('summary');
  const top = heading ? Number.parseFloat(getComputedStyle(heading).top) + heading.offsetHeight : 0;
  const bottom = bar?.getBoundingClientRect().top ?? window.innerHeight;
  if (place.top >= top && place.bottom <= bottom - breath) return;
  window.scrollBy({ top: place.top - (Number.isFinite(top) ? top : 0) - breath });
}
