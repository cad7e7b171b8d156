import type { ActivityView } from '@common/contract/activities';
import type { AnalysisRow, SavedAnalysis } from '@common/contract/analyses';
import { CREDIT_CLASSES } from '@common/terms';
import { App, Button } from 'antd';
import { useState } from 'react';
import { client } from '../../../../api/session';
import { BatchBar } from '../../../../components/batchBar';
import { Guarded } from '../../../../components/guarded';
import { ListTable } from '../../../../components/listTable';
import { ReasonModal } from '../../../../components/reasonModal';
import { showCredits } from '../../../../format';
import { useAction } from '../../../../hooks/useAction';
import { oneOf, useAddress } from '../../../../hooks/useAddress';
import { GrantModal } from '../grantModal';
import { type Outcome, refusalOf } from '../grantOutcome';
import { asInput, type Choice, choose, chosenCount, drop, except, isChosen, NOBODY } from './choice';
import { DoubtsModal } from './doubtsModal';
import { ExceptedList } from './exceptedList';
import { FilterForm } from './filterForm';
import { isFiltered, type PersonFilter } from './findPersons';
import { personColumns } from './personColumns';
import { PersonsEmpty } from './personsEmpty';
import { useAllChoice } from './useAllChoice';
import { usePersons } from './usePersons';

const WORDS = ['代签嫌疑', '中途离开'];
const DOUBTS: ['', 'none', 'some'] = ['', 'none', 'some'];
const NO_FILTER: PersonFilter = { q: '', doubts: '', isFull: false };

interface Props {
  activity: ActivityView;
  analysis: SavedAnalysis;
  onOutcome: (outcome: Outcome) => void;
}

/** 有效人员明细: 筛选授分人员, 全选 or 本页全选, 有效 taken away from some, 活动日期, 授分. */
export function Persons({ activity, analysis, onOutcome }: Props) {
  const { message } = App.useApp();
  const [address, setAddress] = useAddress({ q: '', doubts: '', full: '', page: 1, pageSize: 50 });
  const filter: PersonFilter = {
    q: address.q.slice(0, 30),
    doubts: oneOf(DOUBTS, address.doubts),
    isFull: address.full === '1',
  };
  const list = usePersons(analysis, filter, address);
  const [choice, setChoice] = useState<Choice>(NOBODY);
  const [excepting, setExcepting] = useState<AnalysisRow[]>([]);
  const [isAsking, setAsking] = useState(false);
  const all = useAllChoice(analysis, filter, setChoice);
  const rows = (list.data?.items ?? []).filter((row) => !row.credited);
  const count = chosenCount(choice, analysis.grantable);
  const isOpen = analysis.outdated === null;

  const setFilter = ({ q, doubts, isFull }: PersonFilter) => {
    setAddress({ q, doubts, full: isFull ? '1' : '', page: 1 });
    // Who is no longer to be seen must not stay chosen.
    setChoice(NOBODY);
  };
  const choosePage = () => {
    const plain = rows.filter(({ doubts }) => doubts.length === 0);
    setChoice(
      choose(
        choice,
        plain.map(({ learnerId }) => learnerId),
      ),
    );
    const left = rows.filter((row) => row.doubts.length > 0 && !isChosen(choice, row.learnerId)).length;
    if (left > 0) {
      message.info(`本页另有${left}人有疑点，没有选中；核实后可以逐个选择`);
    }
  };
  const uncheck = (some: AnalysisRow[]) =>
    choice.asksReason
      ? setExcepting(some.filter(({ learnerId }) => isChosen(choice, learnerId)))
      : setChoice(
          drop(
            choice,
            some.map(({ learnerId }) => learnerId),
          ),
        );
  const settle = (outcome: Outcome) => {
    setAsking(false);
    onOutcome(outcome);
  };
  const grant = useAction(
    async (activityDate: string) => {
      const { alreadyCredited, ...crediting } = await client.crediting.grant({
        activityId: activity.id,
        analysisId: analysis.id,
        ...asInput(choice),
        activityDate,
      });
      settle({ type: 'granted', crediting, alreadyCredited });
    },
    (error) => {
      const refusal = refusalOf(error);
      if (refusal) {
        settle(refusal);
      }
      return refusal !== null;
    },
  );
  const each =
    analysis.strategy === 'perCourse'
      ? `${CREDIT_CLASSES[activity.creditClass]} 按所修课程，至多${showCredits(activity.credits)}`
      : `${CREDIT_CLASSES[activity.creditClass]} ${showCredits(activity.credits)}`;

  return (
    <>
      <ExceptedList
        excepted={choice.excepted}
        onRestore={(learnerId) => setChoice(choose(choice, [learnerId]))}
      />
      <section className="card" aria-label="有效人员明细">
        <div className="card__head">
          <h2>有效人员明细</h2>
          <span className="faint">有效、还没有授分的人员；取消“有效”前面的勾，本次就不给他授分</span>
        </div>
        <div className="filter-bar">
          <FilterForm value={filter} onFilter={setFilter} />
          <div className="filter-bar__end cell-actions">
            <Button disabled={!isOpen || rows.length === 0} onClick={choosePage}>
              本页全选
            </Button>
            <Button
              type={count === 0 ? 'primary' : 'default'}
              disabled={!isOpen || analysis.grantable === 0}
              loading={all.busy}
              onClick={() => all.chooseAll.run()}
            >
              全选
            </Button>
          </div>
        </div>
        <ListTable
          load={list}
          rowKey="learnerId"
          unit="人"
          isDense
          columns={personColumns(analysis)}
          scroll={{ x: 990 + 74 * analysis.windows.length }}
          onPage={(page, pageSize) => setAddress({ page, pageSize })}
          rowSelection={{
            selectedRowKeys: rows
              .filter(({ learnerId }) => isChosen(choice, learnerId))
              .map(({ learnerId }) => learnerId),
            columnWidth: 84,
            fixed: true,
            columnTitle: (box) => <span className="effective-head">{box}有效</span>,
            onChange: (keys, _rows, { type }) => {
              if (type === 'all') {
                keys.length > 0 ? choosePage() : uncheck(rows);
              }
            },
            onSelect: (row, isOn) => (isOn ? setChoice(choose(choice, [row.learnerId])) : uncheck([row])),
            getTitleCheckboxProps: () => ({ 'aria-label': '本页全部有效' }),
            getCheckboxProps: (row) => ({
              disabled: !isOpen || row.credited,
              'aria-label': `${row.name}有效`,
            }),
          }}
          empty={
            <PersonsEmpty
              analysis={analysis}
              isFiltered={isFiltered(filter)}
              onAll={() => setFilter(NO_FILTER)}
            />
          }
        />
      </section>
      <BatchBar count={count} note={`每人${each}`} onClear={() => setChoice(NOBODY)}>
        <Guarded permission="credit">
          <Button type="primary" onClick={() => setAsking(true)}>
            授分
          </Button>
        </Guarded>
      </BatchBar>
      <DoubtsModal
        activityId={activity.id}
        doubted={all.asked?.doubted ?? null}
        plain={all.asked?.plain ?? 0}
        busy={all.busy}
        onCancel={() => all.setAsked(null)}
        onAll={() => all.asked && all.settle(all.asked.choice)}
        onPlain={() => all.choosePlain.run()}
      />
      <ReasonModal
        open={excepting.length > 0}
        title={
          excepting.length === 1
            ? `取消${excepting[0]?.name}的“有效”？`
            : `取消${excepting.length}人的“有效”？`
        }
        hint="考勤有效而不授分，须写明原因；原因随授分提交，审核时可见。"
        words={WORDS}
        placeholder="其他原因或补充说明，例如：10点后不在会场，已向本人核实"
        okText="取消有效"
        busy={false}
        onCancel={() => setExcepting([])}
        onOk={(reason) => {
          setChoice(except(choice, excepting, reason));
          setExcepting([]);
        }}
      />
      <GrantModal
        open={isAsking}
        activity={activity}
        persons={count}
        each={each}
        excepted={choice.excepted.length}
        busy={grant.busy}
        onCancel={() => setAsking(false)}
        onGrant={grant.run}
      />
    </>
  );
}
