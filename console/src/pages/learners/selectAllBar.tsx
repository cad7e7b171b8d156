import { Button, Progress } from 'antd';
import { useState } from 'react';
import { showCount } from '../../format';
import { useAction } from '../../hooks/useAction';
import { chooseAll } from './chooseAll';
import type { LearnerFilters } from './learnerFilters';
import type { useChoice } from './useChoice';

interface Props {
  choice: ReturnType<typeof useChoice>;
  /** How many the filters find, on all pages. */
  total: number;
  filters: LearnerFilters;
}

/** Once a page is chosen and there are more: offers all pages, and shows how far they have come. */
export function SelectAllBar({ choice, total, filters }: Props) {
  const [progress, setProgress] = useState({ done: 0, total });
  const all = useAction(async () => {
    setProgress({ done: 0, total });
    choice.setChoice(await chooseAll(filters, (done, of) => setProgress({ done, total: of })));
  });
  const chosen = choice.ids.length;
  if (chosen === 0 || (chosen >= total && total <= filters.pageSize)) {
    return null;
  }
  if (all.busy) {
    return (
      <div className="select-all" role="status">
        正在选择 {showCount(progress.done)} / {showCount(progress.total)} 人
        <Progress
          className="select-all__progress"
          percent={Math.round((progress.done / Math.max(progress.total, 1)) * 100)}
          size="small"
          showInfo={false}
        />
      </div>
    );
  }
  return (
    <div className="select-all">
      {chosen >= total ? (
        <span>
          已选择全部 <b>{showCount(chosen)}</b> 人，含其他页
        </span>
      ) : (
        <>
          <span>
            已选择 <b>{showCount(chosen)}</b> 人
          </span>
          <Button type="link" onClick={() => all.run()}>
            选择全部 {showCount(total)} 人
          </Button>
        </>
      )}
    </div>
  );
}
