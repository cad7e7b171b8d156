import { Button, Dropdown } from 'antd';
import { client } from '../../../api/session';
import { useAction } from '../../../hooks/useAction';
import { usePermission } from '../../../hooks/usePermission';

interface Props {
  activityId: string;
  disabled: boolean;
}

/** 导出Excel: with masked numbers, or the whole ones, which everybody in it is told of. */
export function ExportSwipes({ activityId, disabled }: Props) {
  const forbidden = usePermission('readPersonalData');
  const download = useAction(async (idNo: 'masked' | 'whole') => {
    const file = await client.attendance.exportSwipes({ activityId, idNo });
    await file.save();
  });
  return (
    <Dropdown
      disabled={disabled}
      trigger={['click']}
      menu={{
        items: [
          { key: 'masked', label: '身份证号隐去中间数字' },
          {
            key: 'whole',
            disabled: forbidden !== null,
            title: forbidden ?? '',
            label: '含完整身份证号（记入日志，本人可以看到）',
          },
        ],
        onClick: ({ key }) => download.run(key === 'whole' ? 'whole' : 'masked'),
      }}
    >
      <Button loading={download.busy}>导出Excel</Button>
    </Dropdown>
  );
}
