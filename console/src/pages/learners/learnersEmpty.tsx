import { Button } from 'antd';
import { EmptyState } from '../../components/states';

interface Props {
  state: string;
  q: string;
  onClear: (change: { q?: string; state?: string }) => void;
}

/** Why the list is empty: nothing found, nothing left to do, or nobody yet. */
export function LearnersEmpty({ state, q, onClear }: Props) {
  if (q) {
    return (
      <EmptyState
        title={`没有找到“${q}”`}
        hint="可以输入姓名的一部分，或完整的身份证号、医通卡号；也可能在其他审核状态里"
        action={
          <>
            <Button onClick={() => onClear({ q: '' })}>清空条件</Button>
            {state !== 'all' && (
              <Button type="primary" onClick={() => onClear({ state: 'all' })}>
                在全部人员中查找
              </Button>
            )}
          </>
        }
      />
    );
  }
  if (state === 'pending') {
    return (
      <EmptyState
        icon="check"
        title="都审核完了"
        hint="现在没有等待审核的人员。学员在小程序提交注册后，会出现在这里。"
        action={<Button onClick={() => onClear({ state: 'approved' })}>查看已通过的人员</Button>}
      />
    );
  }
  if (state === 'rejected') {
    return (
      <EmptyState
        icon="people"
        title="没有审核不通过的人员"
        hint="审核不通过的学员会看到原因；修改后重新提交，回到“未审核”里"
        action={<Button onClick={() => onClear({ state: 'pending' })}>查看未审核的人员</Button>}
      />
    );
  }
  return (
    <EmptyState
      icon="people"
      title="这里还没有人员"
      hint="请提醒本单位人员打开“继教通”小程序注册，注册时选择本单位"
      action={<Button onClick={() => onClear({ state: 'pending' })}>查看未审核的人员</Button>}
    />
  );
}
