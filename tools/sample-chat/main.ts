// Writes the iOS sample chat into samples/. Run it after changing anything beside it.

import { writeFileSync } from 'node:fs';
import { sampleZip, sampleZipPath } from './sample-zip.ts';

const bytes = sampleZip();
writeFileSync(new URL(`../../${sampleZipPath}`, import.meta.url), bytes);
console.log(`${sampleZipPath}: ${bytes.length} bytes`);
