import type { CreditingView } from '@common/contract/crediting';
import { TITLES } from '@common/terms';
import { BarChart } from '../../components/chart/barChart';

/** Drawn one by one; the others are summed up. */
const DRAWN = 8;

/** The largest first, and what is left as one. */
function largest(bars: { name: string; value: number }[]) {
  const sorted = [...bars].sort((a, b) => b.value - a.value);
  if (sorted.length <= DRAWN) {
    return sorted;
  }
  const rest = sorted.slice(DRAWN - 1);
  const others = { name: `其他${rest.length}个`, value: rest.reduce((sum, { value }) => sum + value, 0) };
  return [...sorted.slice(0, DRAWN - 1), others];
}

/** Of which units and titles the persons of a batch are. */
export function SpreadCards({ view: { units, titles, persons } }: { view: CreditingView }) {
  if (units.length === 0) {
    return null;
  }
  const spreads = [
    { label: '单位分布', bars: units.map(({ name, persons: value }) => ({ name, value })) },
    { label: '职称分布', bars: titles.map(({ title, persons: value }) => ({ name: TITLES[title], value })) },
  ];
  return (
    <div className="crediting-spread">
      {spreads.map(({ label, bars }) => (
        <section key={label} className="card" aria-label={label}>
          <div className="card__head">
            <h2>{label}</h2>
          </div>
          <div className="crediting-spread__chart">
            <BarChart label={label} unit="人" bars={largest(bars)} direction="rows" total={persons} />
          </div>
        </section>
      ))}
    </div>
  );
}
