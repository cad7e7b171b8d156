import { Button } from 'antd';
import { Guarded } from '../../components/guarded';
import { EmptyState } from '../../components/states';

interface Props {
  isFiltered: boolean;
  onClear: () => void;
  onApply: () => void;
  onFile: () => void;
}

/** No applications: none that fit the filters, or none at all yet. */
export function ApplicationsEmpty({ isFiltered, onClear, onApply, onFile }: Props) {
  if (isFiltered) {
    return (
      <EmptyState
        title="没有找到这样的申报"
        hint="可以只输入项目名称或负责人中的一两个字，或换一个年份、状态"
        action={<Button onClick={onClear}>查看全部申报</Button>}
      />
    );
  }
  return (
    <EmptyState
      icon="edit"
      title="还没有申报过项目"
      hint="在申报时间内可以申报新项目；以往公布过的项目再次举办，用项目备案，内容自动带入"
      action={
        <>
          <Guarded permission="holdActivities">
            <Button type="primary" onClick={onApply}>
              申报新项目
            </Button>
          </Guarded>
          <Guarded permission="holdActivities">
            <Button onClick={onFile}>项目备案</Button>
          </Guarded>
        </>
      }
    />
  );
}
