import { Button } from 'antd';
import { EmptyState } from '../../components/states';
import type { Tab } from './transferView';

const WORDS: Record<Tab, [string, string]> = {
  open: ['没有待处理的调动', '学员申请调动、其他单位调出到本单位，都会出现在这里'],
  out: ['没有正在办理的调出', '在上面输入身份证号码，查询后点击“调出”'],
  in: ['没有正在办理的调入', '请原单位先办理调出，再在上面输入身份证号码查询'],
  done: ['还没有已完成的调动', '调入完成或取消的调动会留在这里'],
};

/** Why a tab is empty, and where to go on. */
export function TransfersEmpty({ tab, onTab }: { tab: Tab; onTab: (tab: Tab) => void }) {
  const [title, hint] = WORDS[tab];
  const goes: Tab[] = tab === 'open' ? ['out', 'in'] : tab === 'done' ? ['open'] : ['done'];
  const labels: Record<Tab, string> = {
    open: '查看待处理',
    out: '办理调出',
    in: '办理调入',
    done: '查看已完成的调动',
  };
  return (
    <EmptyState
      icon={tab === 'open' ? 'check' : 'people'}
      title={title}
      hint={hint}
      action={goes.map((to) => (
        <Button key={to} onClick={() => onTab(to)}>
          {labels[to]}
        </Button>
      ))}
    />
  );
}
