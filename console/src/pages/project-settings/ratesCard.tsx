import { codesOf, PROJECT_FORMS, PROJECT_LEVELS, type ProjectForm, type ProjectLevel } from '@common/terms';
import { InputNumber } from 'antd';
import type { Settings } from './settings';

const MINUTES = 60;
type Rates = Settings['minutesPerCredit'];
interface Props {
  rates: Rates;
  levels: readonly ProjectLevel[];
  isReadOnly: boolean;
  onChange: (rates: Rates) => void;
}

/** 学时与学分: how many hours make one credit, by level and form. */
export function RatesCard({ rates, levels, isReadOnly, onChange }: Props) {
  const forms = codesOf(PROJECT_FORMS);
  const set = (level: ProjectLevel, form: ProjectForm, hours: number) =>
    onChange({ ...rates, [level]: { ...rates[level], [form]: Math.round(hours * MINUTES) } });
  return (
    <section className="card">
      <div className="card__head">
        <h2>学时与学分</h2>
        <span className="faint">多少学时折合1学分</span>
      </div>
      <table className="rates">
        <thead>
          <tr>
            <th>项目级别</th>
            {forms.map((form) => (
              <th key={form}>{PROJECT_FORMS[form]}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {codesOf(PROJECT_LEVELS).map((level) => (
            <tr key={level}>
              <th>{PROJECT_LEVELS[level]}项目</th>
              {forms.map((form) => (
                <td key={form}>
                  <InputNumber
                    value={rates[level][form] / MINUTES}
                    aria-label={`${PROJECT_LEVELS[level]}${PROJECT_FORMS[form]}，几学时折合1学分`}
                    min={0.5}
                    max={100}
                    step={0.5}
                    formatter={(hours) => String(hours ?? '')}
                    suffix="学时"
                    disabled={isReadOnly || !levels.includes(level)}
                    onChange={(hours) => hours !== null && set(level, form, hours)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
