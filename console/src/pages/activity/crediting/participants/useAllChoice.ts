import type { AnalysisRow, SavedAnalysis } from '@common/contract/analyses';
import { App } from 'antd';
import { useState } from 'react';
import { useAction } from '../../../../hooks/useAction';
import { allOf, type Choice, MOST_NAMED, WHOLE } from './choice';
import { findPersons, isFiltered, type PersonFilter } from './findPersons';

interface Asked {
  choice: Choice;
  doubted: AnalysisRow[];
  plain: number;
}

/**
 * 全选: everybody of the analysis, or those whom the filter finds. Where some have a 疑点, `asked` waits for an answer.
 * @param onChoose Gets the choice, once it is made.
 */
export function useAllChoice(
  analysis: SavedAnalysis,
  filter: PersonFilter,
  onChoose: (choice: Choice) => void,
) {
  const { message } = App.useApp();
  const [asked, setAsked] = useState<Asked | null>(null);
  const settle = (choice: Choice) => {
    setAsked(null);
    onChoose(choice);
    if (choice.ids.length === MOST_NAMED) {
      message.info(`一次最多选择${MOST_NAMED}人，授分后可以再选其余的人员`);
    }
  };
  const chooseAll = useAction(async () => {
    const isAll = !isFiltered(filter);
    const rows = await findPersons(analysis, isAll ? { ...filter, doubts: 'some' } : filter);
    const choice = isAll ? WHOLE : allOf(rows.map(({ learnerId }) => learnerId));
    const doubted = rows.filter(({ doubts }) => doubts.length > 0);
    const found = isAll ? analysis.grantable : rows.length;
    if (found === 0) {
      message.info('没有符合条件、还没有授分的人员');
    } else if (doubted.length > 0) {
      setAsked({ choice, doubted, plain: found - doubted.length });
    } else {
      settle(choice);
    }
  });
  const choosePlain = useAction(async () => {
    const rows = await findPersons(analysis, { ...filter, doubts: 'none' });
    settle(allOf(rows.map(({ learnerId }) => learnerId)));
  });
  return { asked, busy: chooseAll.busy || choosePlain.busy, chooseAll, choosePlain, setAsked, settle };
}
