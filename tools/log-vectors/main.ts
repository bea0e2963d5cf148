// Writes vectors/log and the pages of vectors/ledger: what any verifier of Acta's ledger must agree on, as plain JSON. It uses
// node:crypto and the recursion of RFC 6962 and no code of the verifier or the ledger. Run it only to add a vector; the ones that stand are a promise.
import { writeFileSync } from 'node:fs';
import { vectorFiles, vectorFolder } from './vector-files.ts';

for (const [name, text] of vectorFiles()) {
  writeFileSync(new URL(name, vectorFolder), text);
  console.log(`${name}: ${text.length} characters`);
}
