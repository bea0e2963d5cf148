// How the ledger grew, drawn, and as a table for whoever does not see the drawing.

import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Card, Empty, Table, Tabs } from '../look/parts.tsx';
import { useFormats } from '../words/formats.ts';
import { useLanguage, useWords } from '../words/words.tsx';
import { plotOf, type SizeAt } from './growth-plot.ts';
import styles from './integrity.module.css';
import { growthQuery } from './integrity-queries.ts';

const DAYS = { month: 30, year: 365, all: 100_000 } as const;
const DAY_MS = 86_400_000;
const HEIGHT = 232;
const ROWS = 24;

type Range = keyof typeof DAYS;

export function GrowthCard(): ReactNode {
  const t = useWords();
  const [range, setRange] = useState<Range>('year');
  const { data } = useQuery(growthQuery(DAYS[range]));
  const points = (data?.items ?? []).map(({ at, size }) => ({ at: Date.parse(at), size }));
  const tabs = [
    { key: 'month', label: t('integrity.month') },
    { key: 'year', label: t('integrity.year') },
    { key: 'all', label: t('integrity.all') },
  ] as const;
  return (
    <Card>
      <div className={styles['cardHead']}>
        <h2>{t('integrity.growth')}</h2>
        <Tabs name={t('integrity.growth')} tabs={tabs} chosen={range} onChoose={setRange} />
      </div>
      {data !== undefined && points.length === 0 ? (
        <Empty fact={t('integrity.growth-none')} />
      ) : (
        <Drawn points={points} span={spanOf(points, range)} />
      )}
    </Card>
  );
}

function spanOf(points: readonly SizeAt[], range: Range): { readonly from: number; readonly to: number } {
  const to = Date.now();
  const first = points[0]?.at ?? to - DAY_MS;
  return { from: range === 'all' ? Math.min(first, to - DAY_MS) : to - DAYS[range] * DAY_MS, to };
}

function Drawn({
  points,
  span,
}: {
  readonly points: readonly SizeAt[];
  readonly span: { readonly from: number; readonly to: number };
}): ReactNode {
  const t = useWords();
  const { locale } = useLanguage();
  const { moment, number } = useFormats();
  const [box, width] = useWidth();
  const frame = { width, height: HEIGHT, left: 56, right: 12, top: 12, bottom: 28 };
  const plot = plotOf(points, span, frame);
  const short = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
  const isLong = span.to - span.from > 62 * DAY_MS;
  const mark = new Intl.DateTimeFormat(locale, isLong ? { month: 'short' } : { day: 'numeric', month: 'short' });
  return (
    <div ref={box}>
      <svg className={styles['plot']} width={width} height={HEIGHT} aria-hidden="true">
        {plot.sizes.map(({ size, y }) => (
          <g key={size}>
            <line x1={frame.left} x2={width - frame.right} y1={y} y2={y} />
            <text x={frame.left - 8} y={y + 4} textAnchor="end">
              {short.format(size)}
            </text>
          </g>
        ))}
        {plot.times.map(({ at, x }) => (
          <text key={at.getTime()} x={x} y={HEIGHT - 8} textAnchor="middle">
            {mark.format(at)}
          </text>
        ))}
        <path className={styles['area']} d={plot.area} />
        <path className={styles['line']} d={plot.line} />
        {points.length > 0 && <circle cx={plot.end.x} cy={plot.end.y} r={4} />}
      </svg>
      <details className={styles['asTable']}>
        <summary>{t('integrity.as-table')}</summary>
        <Table>
          <thead>
            <tr>
              <th scope="col">{t('integrity.at')}</th>
              <th scope="col" data-number="true">
                {t('integrity.records')}
              </th>
            </tr>
          </thead>
          <tbody>
            {thinned(points).map(({ at, size }) => (
              <tr key={at}>
                <td>{moment(new Date(at))}</td>
                <td data-number="true">{number(size)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      </details>
    </div>
  );
}

function thinned(points: readonly SizeAt[]): readonly SizeAt[] {
  const step = Math.max(1, Math.ceil(points.length / ROWS));
  return points.filter((_, index) => index % step === 0 || index === points.length - 1);
}

/** The width that an element has, as it changes. */
function useWidth() {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(600);
  useEffect(() => {
    const { current } = box;
    if (current === null) return;
    const watch = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setWidth(Math.max(200, Math.floor(entry.contentRect.width)));
    });
    watch.observe(current);
    return () => watch.disconnect();
  }, []);
  return [box, width] as const;
}
