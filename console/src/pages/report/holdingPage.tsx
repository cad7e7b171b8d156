import type { ReportView } from '@common/contract/reports';
import { Button, Input, InputNumber } from 'antd';
import { Field } from '../application/field';
import { isStarred, type PageProps } from './reportPages';

interface Props extends PageProps {
  analysis: ReportView['analysis'];
}

/** 1 举办情况: what was really held. */
export function HoldingPage({ form: { holding }, change, faultOf, analysis }: Props) {
  const set = (some: Partial<typeof holding>) => change('holding', { ...holding, ...some });
  const field = (name: keyof typeof holding) => ({
    id: `holding-${name}`,
    isRequired: isStarred(`holding.${name}`),
    fault: faultOf(`holding.${name}`),
  });
  const { persons } = analysis;
  return (
    <>
      <div className="two-fields">
        <Field
          {...field('participants')}
          label="实际参加人数"
          extra={
            persons > 0 && (
              <>
                考勤中有{persons}人签到
                {holding.participants !== persons && (
                  <Button
                    type="link"
                    className="inline-link report-fill"
                    onClick={() => set({ participants: persons })}
                  >
                    填入{persons}
                  </Button>
                )}
              </>
            )
          }
        >
          <InputNumber
            id="holding-participants"
            value={holding.participants || null}
            min={0}
            max={100_000}
            precision={0}
            suffix="人"
            onChange={(participants) => set({ participants: participants ?? 0 })}
          />
        </Field>
        <Field {...field('lecturers')} label="授课人数">
          <InputNumber
            id="holding-lecturers"
            value={holding.lecturers || null}
            min={0}
            max={10_000}
            precision={0}
            suffix="人"
            onChange={(lecturers) => set({ lecturers: lecturers ?? 0 })}
          />
        </Field>
      </div>
      <Field {...field('place')} label="实际举办地点">
        <Input
          id="holding-place"
          value={holding.place}
          maxLength={200}
          onChange={(event) => set({ place: event.target.value })}
        />
      </Field>
      <Field
        {...field('deviations')}
        label="与申报不一致的情况"
        extra="时间、地点、课程或主讲人与申报不同的，写明原因；没有可不填。"
      >
        <Input.TextArea
          id="holding-deviations"
          value={holding.deviations}
          maxLength={1000}
          showCount
          autoSize={{ minRows: 3, maxRows: 14 }}
          onChange={(event) => set({ deviations: event.target.value })}
        />
      </Field>
    </>
  );
}
