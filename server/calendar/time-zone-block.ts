/**
 * A time zone as iCalendar describes it, for zones that keep one offset all year, as all of Indonesia's do. Null for
 * others: a reader then takes the rules from the zone's name, which every calendar program knows.
 */
export function timeZoneBlock(timeZone: string, year: number): string | null {
  const [january, july] = [0, 6].map((month) => offsetOf(timeZone, new Date(Date.UTC(year, month, 1))));
  if (january === undefined || january !== july) return null;
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${timeZone}`,
    'BEGIN:STANDARD',
    'DTSTART:19700101T000000',
    `TZOFFSETFROM:${january}`,
    `TZOFFSETTO:${january}`,
    'END:STANDARD',
    'END:VTIMEZONE',
  ].join('\r\n');
}

/** `+0800` */
function offsetOf(timeZone: string, at: Date): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at);
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
  const [, sign = '+', hours = '00', minutes = '00'] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  return `${sign}${hours}${minutes}`;
}
