import { isIPv6 } from 'node:net';

/**
 * What attempts are counted by: an IPv4 address, or of an IPv6 address the network of 64 bits, because whoever has one
 * of its addresses has them all.
 */
export function clientNetwork(address: string): string {
  const mapped = /^::ffff:(\d+(?:\.\d+){3})$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail = ''] = (address.split('%')[0] ?? '').split('::');
  const before = groupsOf(head);
  const zeros = Math.max(0, 8 - before.length - groupsOf(tail).length);
  const groups = [...before, ...Array<string>(zeros).fill('0'), ...groupsOf(tail)];
  const network = groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(':')}::/64`;
}

/** An IPv4 address at the end takes the place of two groups; what they hold lies outside the network. */
function groupsOf(part: string): string[] {
  return part === '' ? [] : part.split(':').flatMap((group) => (group.includes('.') ? ['0', '0'] : [group]));
}
