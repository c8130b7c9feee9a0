import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import { WEEK_QUERY, weeksOf, type GraphqlResult } from 'c/dispatchData';

/** Asks for the weeks of up to 150 people and draws nothing. An answer of the org holds 2,000 rows. */
export default class BoardWeeks extends LightningElement {
  @api people: readonly string[] = [];
  @api from = '';
  @api to = '';
  private result: GraphqlResult = {};

  @wire(graphql, { query: WEEK_QUERY, variables: '$variables' })
  wiredWeeks(result: GraphqlResult) {
    this.result = result;
    if (result.errors) this.dispatchEvent(new CustomEvent('failed', { detail: result.errors }));
    if (result.data) this.dispatchEvent(new CustomEvent('weeks', { detail: weeksOf(result.data, this.people) }));
  }

  get variables() {
    return this.people.length > 0 ? { people: [...this.people], from: this.from, to: this.to } : undefined;
  }

  /** Asks again: bookings change a week behind the cache of the page. */
  @api async refresh(): Promise<void> {
    await this.result.refresh?.();
  }
}
