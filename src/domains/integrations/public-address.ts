import { BlockList, isIP, isIPv4 } from 'node:net';
import { networkInterfaces } from 'node:os';

/** Everything of IPv4 that is not of the public internet, and addresses in it by which clouds tell machines their secrets. */
const NOT_PUBLIC_4 = [
  '0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16',
  '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4', '168.63.129.16/32',
];
/** Of IPv6 only 2000::/3 is public, without what is for protocols, documents, and IPv4 in disguise (Teredo, 6to4). */
const NOT_PUBLIC_6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20', '::/96', '::ffff:0:0/96', '64:ff9b::/96', '64:ff9b:1::/48'];

// One list each: a rule for mapped addresses would hold for every address of IPv4.
const refused4 = listOf(NOT_PUBLIC_4, 'ipv4');
const refused6 = listOf(NOT_PUBLIC_6, 'ipv6');
const global6 = listOf(['2000::/3'], 'ipv6');

function listOf(networks: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const it of networks) list.addSubnet(it.split('/')[0]!, Number(it.split('/')[1]), family);
  return list;
}

/** Whether an address is one of the public internet, and not one of this machine's own. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0 || address.includes('%')) return false;
  if (Object.values(networkInterfaces()).some((all) => all?.some((it) => it.address === address))) return false;
  return isIPv4(address) ? !refused4.check(address, 'ipv4') : global6.check(address, 'ipv6') && !refused6.check(address, 'ipv6');
}
