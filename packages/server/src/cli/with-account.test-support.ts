// Somebody with an account in a vault, for tests of the command line.

import { Accounts } from '../access/accounts/accounts.ts';
import type { Role } from '../access/roles.ts';
import { CHEAP, enrolled } from '../assembly/enrolment.test-support.ts';
import { VaultHouse } from '../assembly/vault-house.ts';
import type { TestActa } from './acta.test-support.ts';

/** Makes the account; resolves to the secret of its application of codes. */
export async function withAccount(acta: TestActa, role: Role, email: string): Promise<string> {
  const house = new VaultHouse({ ...acta.at, dir: acta.vault, keys: { dir: acta.keys }, isSeen: false });
  const vault = await house.write({ make: false });
  const accounts = await Accounts.open(await vault.accounts(), 'everybody', CHEAP);
  try {
    await accounts.add('http://localhost', { name: role, email, role, password: 'correct horse battery' });
    return (await enrolled(accounts, { email, password: 'correct horse battery' })).secret;
  } finally {
    await accounts.close();
    await vault.close();
  }
}
