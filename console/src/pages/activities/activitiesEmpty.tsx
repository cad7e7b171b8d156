import { Button } from 'antd';
import { Guarded } from '../../components/guarded';
import { EmptyState } from '../../components/states';
import { type ActivityFilters, DEFAULTS, isNarrowed } from './activityFilters';

interface Props {
  filters: ActivityFilters;
  onChange: (change: Partial<ActivityFilters>) => void;
  onAdd: () => void;
}

/** No activity here: because of the filters, or because none was added yet. */
export function ActivitiesEmpty({ filters, onChange, onAdd }: Props) {
  if (isNarrowed(filters)) {
    return (
      <EmptyState
        title="没有符合条件的活动"
        hint="可以只输入名称中的几个字或项目编号的一段，或放宽年份、级别和状态"
        action={<Button onClick={() => onChange(DEFAULTS)}>查看全部活动</Button>}
      />
    );
  }
  return (
    <EmptyState
      icon="calendar"
      title="本单位还没有继教活动"
      hint="点“添加”，从项目库选择本单位的项目，填好会场、课程和举办周期后提交申请。"
      action={
        <Guarded permission="holdActivities">
          <Button type="primary" onClick={onAdd}>
            添加
          </Button>
        </Guarded>
      }
    />
  );
}
