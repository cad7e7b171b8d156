import { useMemo } from 'react';
import { type Bar, type BarDirection, barOption, TITLE_WIDTH } from './barOption';
import { useChart } from './useChart';
import './chart.css';

const ROW_HEIGHT = 38;
const COLUMNS_HEIGHT = 160;

interface Props {
  /** What is counted: 成绩分布. */
  label: string;
  /** Of the counts: 人. */
  unit: string;
  bars: readonly Bar[];
  /** Rows for long names; their height follows from their number. */
  direction?: BarDirection;
  /** The counts' share of this many stands in the table. */
  total?: number;
}

/**
 * Bars, with the same counts as a table beside (rows) or below (columns, each bar over its own): for who cannot see the bars, and
 * where they cannot be drawn. ECharts comes with the first chart that is shown.
 */
export function BarChart({ label, unit, bars, direction = 'columns', total }: Props) {
  const high = direction === 'rows' ? bars.length * ROW_HEIGHT : COLUMNS_HEIGHT;
  const content = JSON.stringify(bars);
  const option = useMemo(() => {
    const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    return barOption(JSON.parse(content) as Bar[], direction, isStill);
  }, [content, direction]);
  const [place, hasFailed] = useChart(option, high);
  const words = bars.map(({ name, value }) => `${name} ${value}${unit}`).join('，');
  return (
    <div className={`chart chart--${direction}`}>
      {!hasFailed && (
        <div
          ref={place}
          className="chart__bars"
          role="img"
          aria-label={`${label}：${words}`}
          style={{ height: high }}
        />
      )}
      {direction === 'rows' ? (
        <CountRows label={label} unit={unit} bars={bars} total={total} />
      ) : (
        <CountColumns label={label} unit={unit} bars={bars} total={total} />
      )}
    </div>
  );
}

type TableProps = Pick<Props, 'label' | 'unit' | 'bars' | 'total'>;
const share = (value: number, total: number) => (total > 0 ? `${Math.round((value / total) * 100)}%` : '—');

/** One line a bar. */
function CountRows({ label, unit, bars, total }: TableProps) {
  return (
    <table className="chart__table" aria-label={label}>
      <tbody>
        {bars.map(({ name, value }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              {value}
              {unit}
            </td>
            {total !== undefined && <td>{share(value, total)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** One column a bar, under the bars, all of the same width. */
function CountColumns({ label, unit, bars, total }: TableProps) {
  return (
    <table className="chart__table" aria-label={label}>
      <thead>
        <tr>
          <td style={{ width: TITLE_WIDTH }} />
          {bars.map(({ name }) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{unit === '人' ? '人数' : unit}</th>
          {bars.map(({ name, value }) => (
            <td key={name}>{value}</td>
          ))}
        </tr>
        {total !== undefined && (
          <tr>
            <th scope="row">占比</th>
            {bars.map(({ name, value }) => (
              <td key={name}>{share(value, total)}</td>
            ))}
          </tr>
        )}
      </tbody>
    </table>
  );
}
