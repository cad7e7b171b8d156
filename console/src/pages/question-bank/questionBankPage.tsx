import type { BankQuestion } from '@common/contract/questionBank';
import { App, Button } from 'antd';
import { useEffect, useState } from 'react';
import { client } from '../../api/session';
import { BatchBar } from '../../components/batchBar';
import { Guarded } from '../../components/guarded';
import { ListTable } from '../../components/listTable';
import { PageHeader } from '../../components/pageHeader';
import { BankFilterBar } from '../../components/questions/bankFilterBar';
import { asQuery, DEFAULTS, disciplineOf, isNarrowed } from '../../components/questions/bankQuery';
import { ImportQuestions } from '../../components/questions/importQuestions';
import { EmptyState } from '../../components/states';
import { useAction } from '../../hooks/useAction';
import { useAddress } from '../../hooks/useAddress';
import { useLoad } from '../../hooks/useLoad';
import { usePermission } from '../../hooks/usePermission';
import { bankColumns } from './bankColumns';
import { BankEditor } from './bankEditor';
import { BankReader } from './bankReader';
import './questionBank.css';

/** As many as the server removes at once. */
const MOST = 500;

/** 题库: the unit's questions by discipline, from which papers are put together. */
export default function QuestionBankPage() {
  const { modal, message } = App.useApp();
  const [filters, setFilters] = useAddress(DEFAULTS);
  const list = useLoad(() => client.questionBank.listBank(asQuery(filters)), [filters]);
  const [chosen, setChosen] = useState<string[]>([]);
  const [editing, setEditing] = useState<BankQuestion | 'new' | null>(null);
  const [reading, setReading] = useState<BankQuestion | null>(null);
  const [isImporting, setImporting] = useState(false);
  const mayChange = usePermission('holdActivities') === null;
  const { q, discipline, kind } = filters;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is chosen belongs to what is being looked through.
  useEffect(() => setChosen([]), [q, discipline, kind]);

  const download = useAction(async () => {
    const file = await client.questionBank.exportBank({ discipline: disciplineOf(discipline) });
    await file.save();
  });
  const remove = useAction(async (questionIds: string[]) => {
    const { removed } = await client.questionBank.removeFromBank({ questionIds });
    message.success(`已删除${removed}道试题`);
    setChosen((before) => before.filter((id) => !questionIds.includes(id)));
    // The page may have emptied itself.
    const left = (list.data?.items ?? []).some(({ id }) => !questionIds.includes(id));
    if (left || filters.page === 1) {
      list.reload();
    } else {
      setFilters({ page: filters.page - 1 });
    }
  });
  const askRemove = (questionIds: string[], title: string) =>
    modal.confirm({
      title,
      content: '从题库删除后不能恢复；已加入试卷的试题不变。',
      icon: null,
      okText: '删除',
      okButtonProps: { danger: true },
      onOk: () => remove.run(questionIds),
    });
  const add = (
    <Guarded permission="holdActivities">
      <Button type="primary" onClick={() => setEditing('new')}>
        添加试题
      </Button>
    </Guarded>
  );
  const importing = (
    <Guarded permission="holdActivities">
      <Button onClick={() => setImporting(true)}>导入试题</Button>
    </Guarded>
  );
  const isEmpty = list.data?.total === 0 && !isNarrowed(filters);
  return (
    <>
      <PageHeader
        title="题库"
        note="本单位按学科积累的试题，出卷时可以选题或随机抽题。"
        extra={
          !isEmpty && (
            <>
              <Button loading={download.busy} onClick={() => download.run()}>
                {disciplineOf(discipline) ? '导出该学科' : '导出题库'}
              </Button>
              {importing}
              {add}
            </>
          )
        }
      />
      <section className="card">
        {!isEmpty && <BankFilterBar filters={filters} onChange={setFilters} />}
        <ListTable
          load={list}
          rowKey="id"
          unit="道试题"
          columns={bankColumns({
            onRead: setReading,
            onEdit: setEditing,
            onRemove: ({ id }) => askRemove([id], '删除这道试题？'),
          })}
          rowSelection={
            mayChange
              ? {
                  selectedRowKeys: chosen,
                  preserveSelectedRowKeys: true,
                  columnWidth: 48,
                  onChange: (keys) => setChosen(keys.map(String)),
                  getTitleCheckboxProps: () => ({ 'aria-label': '本页全选' }),
                  getCheckboxProps: ({ stem }) => ({ 'aria-label': `选择“${stem.slice(0, 20)}”` }),
                }
              : undefined
          }
          onPage={(page, pageSize) => setFilters({ page, pageSize })}
          empty={
            isNarrowed(filters) || filters.page > 1 ? (
              <EmptyState
                title="没有找到这样的试题"
                hint="可以只输入题干中的一两个字，或放宽学科与题型"
                action={<Button onClick={() => setFilters(DEFAULTS)}>查看全部试题</Button>}
              />
            ) : (
              <EmptyState
                icon="layers"
                title="题库还是空的"
                hint="逐题添加，或用Excel模板、从Word粘贴一次导入；活动试卷里的试题也可以存入题库"
                action={
                  <>
                    {importing}
                    {add}
                  </>
                }
              />
            )
          }
        />
      </section>
      <BatchBar
        count={chosen.length}
        unit="道试题"
        note={chosen.length > MOST ? `一次最多删除${MOST}道` : undefined}
        onClear={() => setChosen([])}
      >
        <Button
          danger
          disabled={chosen.length > MOST}
          onClick={() => askRemove(chosen, `删除选中的${chosen.length}道试题？`)}
        >
          删除
        </Button>
      </BatchBar>
      <BankEditor
        editing={editing}
        discipline={discipline}
        onSaved={list.reload}
        onClose={() => setEditing(null)}
      />
      <BankReader
        question={reading}
        onClose={() => setReading(null)}
        onEdit={(question) => {
          setReading(null);
          setEditing(question);
        }}
      />
      <ImportQuestions
        open={isImporting}
        target={{ bank: true }}
        onClose={() => setImporting(false)}
        onImported={list.reload}
      />
    </>
  );
}
