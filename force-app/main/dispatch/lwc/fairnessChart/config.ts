export interface ChartLine {
  readonly name: string;
  readonly values: readonly (number | null)[];
  readonly targets: readonly number[];
  readonly targetName: string;
}

interface ChartFacts {
  readonly kind: 'line' | 'bar';
  readonly isShare: boolean;
  readonly ticks: readonly string[];
  readonly lines: readonly ChartLine[];
}

/** Apart in hue and in lightness, and each with its own mark: nobody needs to tell colours apart. */
const looks = [
  { colour: '#0b5cab', mark: 'circle' },
  { colour: '#8a5a00', mark: 'triangle' },
  { colour: '#5a1ba9', mark: 'rect' },
] as const;

/** What the charting library draws: figures as lines with marks, their targets dashed in the same colour. */
export function configOf({ kind, isShare, ticks, lines }: ChartFacts): object {
  const figures = lines.map(({ name, values }, index) => {
    const { colour, mark } = looks[index % looks.length] ?? looks[0];
    return {
      type: kind,
      label: name,
      data: [...values],
      borderColor: colour,
      backgroundColor: colour,
      pointStyle: mark,
      pointRadius: 4,
      spanGaps: true,
    };
  });
  const targets = lines.flatMap(({ targets: values, targetName }, index) =>
    values.map((value) => ({
      type: 'line',
      label: targetName,
      data: ticks.map(() => value),
      borderColor: (looks[index % looks.length] ?? looks[0]).colour,
      borderDash: [6, 4],
      borderWidth: 1.5,
      pointRadius: 0,
      pointHitRadius: 0,
    })),
  );
  const digits = { minimumFractionDigits: 0, maximumFractionDigits: isShare ? 0 : 2 };
  const format = isShare ? { style: 'percent', ...digits } : digits;
  return {
    data: { labels: [...ticks], datasets: [...figures, ...targets] },
    options: {
      animation: false,
      maintainAspectRatio: false,
      interaction: { mode: 'index', intersect: false },
      scales: {
        y: {
          ...(isShare ? { min: 0, suggestedMax: 1 } : {}),
          ...(kind === 'bar' ? { min: 0, suggestedMax: 3 } : {}),
          ticks: { format, ...(kind === 'bar' ? { precision: 0 } : {}) },
        },
        x: { ticks: { maxRotation: 0, autoSkip: true } },
      },
      plugins: {
        legend: {
          position: 'bottom',
          labels: {
            usePointStyle: true,
            filter: (item: { datasetIndex: number }) => item.datasetIndex < figures.length,
          },
        },
      },
    },
  };
}
