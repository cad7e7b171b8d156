import { composeProjectNumber } from '@common/rules/projectNumber';
import { yearOf } from '@common/rules/shanghaiTime';
import { Input } from 'antd';

const MOST = 6;

interface Props {
  prefix: string;
  isReadOnly: boolean;
  onChange: (prefix: string) => void;
}

/** 项目编号: the authority's own digits behind the year, with what a number looks like then. */
export function NumberCard({ prefix, isReadOnly, onChange }: Props) {
  const example = (level: 'province' | 'city') =>
    composeProjectNumber({ year: yearOf(Date.now()), level, prefix, discipline: '0301', serial: 16 });
  return (
    <section className="card">
      <div className="card__head">
        <h2>项目编号</h2>
        <span className="faint">公布时自动编号：年份、本地代码、学科、顺序号</span>
      </div>
      <div className="number-prefix">
        <label htmlFor="number-prefix">本地代码</label>
        <Input
          id="number-prefix"
          value={prefix}
          maxLength={MOST}
          inputMode="numeric"
          placeholder="例如 48，可不填"
          disabled={isReadOnly}
          onChange={(event) => onChange(event.target.value.replace(/\D/g, ''))}
        />
        <p className="soft">
          编号如 <b className="mono">{example('province')}</b>（省级）、
          <b className="mono">{example('city')}</b>
          （市级）
        </p>
      </div>
    </section>
  );
}
