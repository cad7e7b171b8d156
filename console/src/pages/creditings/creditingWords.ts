import type { Me } from '@common/contract/accounts';
import type { CreditingRow } from '@common/contract/crediting';
import { CREDIT_CLASSES } from '@common/terms';
import type { Tone } from '../../components/statusTag';
import { showCredits, showWaiting } from '../../format';

/** What each gets: `I类学分 2分`; where not all get the same, `I类学分 各人不同`. */
export const eachWords = ({ creditClass, creditsEach }: Pick<CreditingRow, 'creditClass' | 'creditsEach'>) =>
  `${CREDIT_CLASSES[creditClass]} ${creditsEach === null ? '各人不同' : showCredits(creditsEach)}`;

interface Words {
  tone: Tone;
  text: string;
}

/** A deadline in days: 还有3天, 今天到期, 已逾期2天; red only for whose turn it is. */
export function dueWords(daysLeft: number, isMine: boolean): Words {
  if (daysLeft < 0) {
    return { tone: isMine ? 'act' : 'waiting', text: `已逾期${-daysLeft}天` };
  }
  return { tone: 'waiting', text: daysLeft === 0 ? '今天到期' : `还有${daysLeft}天` };
}

type Turn = Pick<CreditingRow, 'state' | 'waitingFor'>;
type Standing = Turn & Pick<CreditingRow, 'persons' | 'revokedPersons'>;
/** Who looks at a batch. */
export type Viewer = Pick<Me, 'roles' | 'authority'>;

/** Whether a batch waits for the review of who looks: one further up could approve it too, but has not to. */
export const isMyTurn = ({ state, waitingFor }: Turn, { authority }: Viewer): boolean =>
  state === 'waiting' && authority !== null && waitingFor === authority.name;

/** Everybody's credit of it was revoked: it waits for nobody, and nothing can be done with it any more. */
export const isEmptied = ({
  persons,
  revokedPersons,
}: Pick<Standing, 'persons' | 'revokedPersons'>): boolean => persons === 0 && revokedPersons > 0;

/** Where a batch stands: red where this account has to do something, amber with the name of whom it waits for. */
export function stateWords(batch: Standing, viewer: Viewer): Words {
  const { state, waitingFor } = batch;
  if (isEmptied(batch)) {
    return { tone: 'quiet', text: '已全部撤销' };
  }
  switch (state) {
    case 'writing':
      return { tone: 'live', text: '正在授分' };
    case 'approved':
      return { tone: 'done', text: '审核通过' };
    case 'returned':
      return viewer.roles.includes('unit')
        ? { tone: 'act', text: '退回修改' }
        : { tone: 'waiting', text: `已退回，等待 ${waitingFor ?? '举办单位'} 修改` };
    default:
      return isMyTurn(batch, viewer)
        ? { tone: 'act', text: '待审核' }
        : { tone: 'waiting', text: showWaiting({ waitingFor }) };
  }
}
