import type { FlowPlan, FlowVariable } from '../../flow/flow-plan.ts';

export function describeAction(plan: FlowPlan): object {
  const variables = [...plan.variables.values()];
  return {
    category: null,
    description: null,
    inputs: variables.filter(({ isInput }) => isInput).map((one) => ({ ...describeVariable(one), required: false })),
    label: plan.label,
    name: plan.name,
    outputs: [
      {
        description: null,
        label: 'Flow Interview Status',
        maxOccurs: 1,
        name: 'Flow__InterviewStatus',
        type: 'PICKLIST',
        picklistValues: ['Created', 'Started', 'Finished', 'Error', 'Waiting'],
      },
      ...variables.filter(({ isOutput }) => isOutput).map(describeVariable),
    ],
    standard: false,
    targetEntityName: null,
    type: 'FLOW',
  };
}

function describeVariable({ name, dataType, isCollection, object }: FlowVariable): object {
  return {
    byteLength: 0,
    description: null,
    label: name,
    // A collection takes as many as there are; the platform gives this figure.
    maxOccurs: isCollection ? 2000 : 1,
    name,
    sobjectType: object?.name ?? null,
    type: dataType.toUpperCase(),
  };
}
