import type { ActivityView } from '@common/contract/activities';
import { Skeleton } from 'antd';
import { useState } from 'react';
import { Loaded } from '../../../components/loaded';
import { useAddress } from '../../../hooks/useAddress';
import { FaultList } from './faultList';
import { pageOfPlace } from './pages';
import { PaperHead } from './paperHead';
import { QuestionsCard } from './questionsCard';
import { RequiredAlert } from './requiredAlert';
import { RulesCard } from './rulesCard';
import { usePaper } from './usePaper';

interface Props {
  activity: ActivityView;
  onChange: () => void;
}

/** 试题: where the paper stands, what stands in its way, its questions, and how it is taken. */
export function PaperTab({ activity, onChange }: Props) {
  const { load, ...rest } = usePaper(activity.id, onChange);
  const [{ page }, setAddress] = useAddress({ page: 1 });
  // An object: the same question may be looked for twice.
  const [sought, setSought] = useState<{ id: string } | null>(null);
  return (
    <Loaded load={load} skeleton={<Skeleton active className="card pad" paragraph={{ rows: 10 }} />}>
      {(view) => {
        const paper = { view, ...rest };
        const show = (id: string, place: number) => {
          setAddress({ page: pageOfPlace(place) });
          setSought({ id });
        };
        return (
          <>
            <RequiredAlert view={view} />
            <PaperHead paper={paper} activity={activity} />
            <FaultList view={view} onShow={show} />
            <div className="exam">
              <QuestionsCard
                paper={paper}
                activity={activity}
                page={page}
                sought={sought}
                onPage={(next) => {
                  setSought(null);
                  setAddress({ page: next });
                }}
                onShow={show}
              />
              <RulesCard paper={paper} activity={activity} />
            </div>
          </>
        );
      }}
    </Loaded>
  );
}
