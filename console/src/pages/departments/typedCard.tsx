import type { DepartmentRow } from '@common/contract/regionsUnits';
import { Button } from 'antd';
import { Guarded } from '../../components/guarded';
import { People } from './people';

interface Props {
  typed: DepartmentRow[];
  /** There is something to merge into. */
  canMerge: boolean;
  busy: boolean;
  onCreate: (name: string) => void;
  onMerge: (row: DepartmentRow) => void;
}

/** What learners typed and the unit's list does not have: each is built up, or goes into one that there is. */
export function TypedCard({ typed, canMerge, busy, onCreate, onMerge }: Props) {
  if (typed.length === 0) {
    return null;
  }
  return (
    <section className="card typed" aria-label="未建立的科室">
      <div className="card__head">
        <h2>学员填写、尚未建立的科室</h2>
        <span className="pill pill--waiting">{typed.length}个</span>
      </div>
      <p className="typed__note">确有这个科室的，建立后供学员选择；写法不同或写错的，并入已有的科室。</p>
      <ul className="departments">
        {typed.map((row) => (
          <li key={row.name} className="departments__row departments__row--typed">
            <b>{row.name}</b>
            <span className="pill pill--waiting">未建立</span>
            <People row={row} />
            <span className="cell-actions departments__actions">
              <Guarded permission="manageAccount">
                <Button type="link" disabled={busy} onClick={() => onCreate(row.name)}>
                  建立
                </Button>
              </Guarded>
              {canMerge && (
                <Guarded permission="manageAccount">
                  <Button type="link" disabled={busy} onClick={() => onMerge(row)}>
                    并入
                  </Button>
                </Guarded>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
