import type { StandardTable } from '@common/contract/standards';
import { NOTICE_STATES } from '@common/terms';
import { App, Button, Input, Modal, Skeleton } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { client } from '../../api/session';
import { Guarded } from '../../components/guarded';
import { Loaded } from '../../components/loaded';
import { PageHeader } from '../../components/pageHeader';
import { StandardView } from '../../components/standard/standardView';
import { EmptyState } from '../../components/states';
import { StatusTag } from '../../components/statusTag';
import { useAction } from '../../hooks/useAction';
import { useLeaveGuard } from '../../hooks/useLeaveGuard';
import { useLoad } from '../../hooks/useLoad';
import { usePermission } from '../../hooks/usePermission';
import { stateWords } from '../publishing-notices/noticeWords';
import { rowFault, toRow } from './rowDraft';
import { RowsEditor } from './rowsEditor';
import { StandardMoves } from './standardMoves';
import { useStandardDraft } from './useStandardDraft';
import './standardPage.css';

/** One year's 学分审核标准, to be written and published. */
export default function StandardPage() {
  const { standardId = '' } = useParams();
  const load = useLoad(async () => {
    const { items } = await client.standards.listStandards({});
    return { table: items.find(({ id }) => id === standardId) ?? null };
  }, [standardId]);
  return (
    <Loaded load={load} skeleton={<Skeleton active className="card pad" paragraph={{ rows: 12 }} />}>
      {({ table }) =>
        table ? (
          <Editor key={table.id} stored={table} />
        ) : (
          <section className="card">
            <EmptyState
              icon="medal"
              title="没有找到这个年度的标准"
              hint="可能已经删除，或不是本部门的"
              action={<Link to="/publishing/standards">返回学分审核标准</Link>}
            />
          </section>
        )
      }
    </Loaded>
  );
}

function Editor({ stored }: { stored: StandardTable }) {
  const { message } = App.useApp();
  const isReadOnly = usePermission('publish') !== null;
  const draft = useStandardDraft(stored);
  const { table, basis, rows, isChanged } = draft;
  const [hasTried, setHasTried] = useState(false);
  const [isPreview, setPreview] = useState(false);
  const faults = rows.filter((row) => rowFault(row) !== null).length;
  const isPublished = table.state === 'published';
  const { tone } = stateWords(table);
  useLeaveGuard(isChanged ? '修改还没有保存。' : null);

  const save = useAction(async () => {
    setHasTried(true);
    if (faults > 0) {
      message.error(`有${faults}行没有填写完整，请按提示修改`);
      return;
    }
    await draft.save();
    setHasTried(false);
    message.success(isPublished ? '已保存，读者看到的是新的标准' : '已保存');
  });
  return (
    <>
      <PageHeader
        title={`${table.year}年学分审核标准`}
        back={{ to: '/publishing/standards', label: '学分审核标准' }}
        tag={
          <>
            <StatusTag tone={tone}>{NOTICE_STATES[table.state]}</StatusTag>
            {isChanged && <StatusTag tone="act">修改还没有保存</StatusTag>}
          </>
        }
        note={isPublished ? '已发布：保存后，读者看到的随即更新。' : '发布前只有本部门能看到。'}
        extra={
          <>
            <Button onClick={() => setPreview(true)}>预览</Button>
            <StandardMoves table={table} isChanged={isChanged} onChange={draft.take} />
            {isChanged && <Button onClick={draft.drop}>放弃修改</Button>}
            <Guarded permission="publish">
              <Button
                type={isPublished || isChanged ? 'primary' : 'default'}
                disabled={!isChanged}
                loading={save.busy}
                onClick={() => save.run()}
              >
                保存
              </Button>
            </Guarded>
          </>
        }
      />
      <section className="card pad">
        <label className="standard-page__label" htmlFor="standard-basis">
          依据（文件名称和文号，显示在标准上方）
        </label>
        <Input.TextArea
          id="standard-basis"
          value={basis}
          disabled={isReadOnly}
          maxLength={500}
          autoSize={{ minRows: 2, maxRows: 6 }}
          placeholder="例如 继续医学教育学分授予与管理办法（全继委发〔2006〕11号）"
          onChange={({ target }) => draft.setBasis(target.value)}
        />
        <h2 className="standard-page__title">标准</h2>
        <RowsEditor rows={rows} disabled={isReadOnly} showsFaults={hasTried} onChange={draft.setRows} />
      </section>
      <Modal
        open={isPreview}
        width={820}
        title={`${table.year}年学分审核标准`}
        footer={<Button onClick={() => setPreview(false)}>关闭</Button>}
        onCancel={() => setPreview(false)}
      >
        <StandardView table={{ basis, rows: rows.filter((row) => rowFault(row) === null).map(toRow) }} />
      </Modal>
    </>
  );
}
