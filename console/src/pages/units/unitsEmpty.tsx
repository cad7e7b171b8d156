import { Button } from 'antd';
import { Link } from 'react-router';
import { Guarded } from '../../components/guarded';
import { EmptyState } from '../../components/states';

interface Props {
  isFiltered: boolean;
  onClear: () => void;
  onAdd: () => void;
}

/** No units: none that fit the filters, or none at all yet. */
export function UnitsEmpty({ isFiltered, onClear, onAdd }: Props) {
  if (isFiltered) {
    return (
      <EmptyState
        title="没有找到这样的单位"
        hint="可以只输入名称中的一两个字，或换一个地区；单位的别名和曾用名也在查找范围内"
        action={<Button onClick={onClear}>查看全部单位</Button>}
      />
    );
  }
  return (
    <EmptyState
      icon="building"
      title="还没有单位"
      hint="逐个新增，或用Excel一次导入辖区内的全部单位；新增后即可为单位开通账号"
      action={
        <>
          <Guarded permission="manageAccount">
            <Button type="primary" onClick={onAdd}>
              新增单位
            </Button>
          </Guarded>
          <Link to="/unit-import">
            <Button>从Excel导入</Button>
          </Link>
        </>
      }
    />
  );
}
