import type { Org } from '../../org.ts';
import type { FaultList } from '../faults/fault-list.ts';
import { createIngestRunner, type IngestRunner } from './ingest-runner.ts';
import { type JobStore, openJobStore } from './job.ts';

export interface BulkJobs {
  readonly jobs: JobStore;
  readonly runner: IngestRunner;
}

export function openBulkJobs(org: Org, faults: FaultList): BulkJobs {
  const jobs = openJobStore(org.store);
  return { jobs, runner: createIngestRunner(org, jobs, faults) };
}
