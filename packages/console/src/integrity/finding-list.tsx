// Where the last check found something missing or altered: every stretch of entries with what is wrong there.

import type { ReactNode } from 'react';
import { Card, Table } from '../look/parts.tsx';
import { useFormats } from '../words/formats.ts';
import { useWords } from '../words/words.tsx';

export interface ListedFinding {
  readonly first: number;
  readonly last: number;
  readonly what: string;
  readonly reason: string;
}

export function FindingList({ findings }: { readonly findings: readonly ListedFinding[] }): ReactNode {
  const t = useWords();
  const { number } = useFormats();
  return (
    <Card title={t('integrity.findings', { count: findings.length })}>
      <Table>
        <thead>
          <tr>
            <th scope="col">{t('integrity.finding-entries')}</th>
            <th scope="col">{t('integrity.finding-what')}</th>
            <th scope="col">{t('integrity.finding-reason')}</th>
          </tr>
        </thead>
        <tbody>
          {findings.map(({ first, last, reason, what }) => (
            <tr key={`${first}/${last}/${what}/${reason}`}>
              <td>{first === last ? number(first) : `${number(first)}–${number(last)}`}</td>
              <td>
                <code>{what}</code>
              </td>
              <td>
                <code>{reason}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
