import type { StandardTable } from '@common/contract/standards';
import { App, Button } from 'antd';
import { useNavigate } from 'react-router';
import { client } from '../../api/session';
import { Allowed } from '../../components/allowed';
import { Guarded } from '../../components/guarded';
import { useAction } from '../../hooks/useAction';
import { usePermission } from '../../hooks/usePermission';

interface Props {
  table: StandardTable;
  /** What is shown is not what would be published. */
  isChanged: boolean;
  onChange: (table: StandardTable) => void;
}

/** 发布 or 撤回, and 删除 of what is not published. */
export function StandardMoves({ table, isChanged, onChange }: Props) {
  const { modal, message } = App.useApp();
  const navigate = useNavigate();
  const forbidden = usePermission('publish');
  const name = `${table.year}年学分审核标准`;

  const publish = useAction(async (isPublished: boolean) => {
    onChange(await client.standards.publishStandard({ standardId: table.id, isPublished }));
    message.success(isPublished ? '已发布' : '已撤回');
  });
  const remove = useAction(async () => {
    await client.standards.removeStandard({ standardId: table.id });
    message.success('已删除');
    navigate('/publishing/standards', { replace: true });
  });
  if (table.state === 'published') {
    return (
      <Guarded permission="publish">
        <Button
          danger
          loading={publish.busy}
          onClick={() =>
            modal.confirm({
              title: `撤回${name}？`,
              content: '读者不再看到，改为看到上级部门的或本部门以前年度的标准。',
              okText: '撤回',
              okButtonProps: { danger: true },
              icon: null,
              onOk: () => publish.run(false),
            })
          }
        >
          撤回
        </Button>
      </Guarded>
    );
  }
  return (
    <>
      <Guarded permission="publish">
        <Button
          danger
          loading={remove.busy}
          onClick={() =>
            modal.confirm({
              title: `删除${name}？`,
              content: '删除后不能恢复。',
              okText: '删除',
              okButtonProps: { danger: true },
              icon: null,
              onOk: () => remove.run(),
            })
          }
        >
          删除
        </Button>
      </Guarded>
      <Allowed
        reason={
          forbidden ?? (isChanged ? '请先保存修改' : table.rows.length === 0 ? '请先填写至少一行标准' : null)
        }
      >
        {(disabled) => (
          <Button
            type="primary"
            disabled={disabled}
            loading={publish.busy}
            onClick={() =>
              modal.confirm({
                title: `发布${name}？`,
                content: `共${table.rows.length}行。本地区学员在小程序、公众号和公开网页上查到的就是这份标准；发布后仍可修改。`,
                okText: '发布',
                icon: null,
                onOk: () => publish.run(true),
              })
            }
          >
            发布
          </Button>
        )}
      </Allowed>
    </>
  );
}
