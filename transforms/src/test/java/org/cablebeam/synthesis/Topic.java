package org.cablebeam.synthesis;

import java.util.List;

/**
 * What a cable is about: its TAGS by vocabulary, subjects and nouns.
 *
 * @param early subject TAGS of the 1970s
 * @param late subject and program TAGS since 1985
 * @param subjects subject lines; {@code {country}}, {@code {place}} and {@code {surname}} are
 *     filled
 * @param matters noun phrases that sentences are about
 */
record Topic(List<String> early, List<String> late, List<String> subjects, List<String> matters) {
  static final List<Topic> ALL =
      List.of(
          new Topic(
              List.of("PFOR", "PINT"),
              List.of("PREL", "PGOV"),
              List.of(
                  "{country}: {surname} SEEKS NEW START IN TALKS WITH NEIGHBORS",
                  "FOREIGN MINISTER {surname} ON REGIONAL DIALOGUE AND {country}",
                  "{place} READOUT: QUIET DIPLOMACY AFTER THE LAKE CONFERENCE"),
              List.of("the lake conference", "the draft communique", "the border dialogue")),
          new Topic(
              List.of("PINT"),
              List.of("PGOV", "PINR", "KDEM"),
              List.of(
                  "CABINET RESHUFFLE IN {country} BRINGS {surname} TO THE FORE",
                  "{country}: COALITION HOLDS, BUT ONLY JUST",
                  "PROVINCIAL ELECTIONS: {place} VOTERS PUNISH THE INCUMBENTS"),
              List.of("the coalition agreement", "the provincial vote", "the electoral law")),
          new Topic(
              List.of("ETRD", "EGEN"),
              List.of("ETRD", "ECON", "EINV"),
              List.of(
                  "{country} TARIFF PROPOSAL WORRIES U.S. EXPORTERS",
                  "TRADE MISSION TO {place}: RESULTS AND NEXT STEPS",
                  "MINISTER {surname} OPENS THE DOOR TO FOREIGN INVESTORS"),
              List.of("the tariff schedule", "the port concession", "the investment code")),
          new Topic(
              List.of("EFIN"),
              List.of("EFIN", "ECON"),
              List.of(
                  "CENTRAL BANK OF {country} DEFENDS THE CURRENCY",
                  "{country}: BUDGET SHORTFALL AND THE SEARCH FOR LENDERS"),
              List.of("the supplementary budget", "the reserve requirement", "the bond issue")),
          new Topic(
              List.of("ENRG", "EMIN"),
              List.of("ENRG", "EPET", "EMIN"),
              List.of(
                  "{country}: PIPELINE THROUGH {place} STILL A PIPE DREAM",
                  "COPPER SMELTER AT {place} TO REOPEN UNDER NEW OWNERS"),
              List.of("the pipeline route", "the smelter lease", "the royalty dispute")),
          new Topic(
              List.of("MARR", "MILI"),
              List.of("MARR", "MOPS", "PREL"),
              List.of(
                  "STATUS OF FORCES TALKS WITH {country} RESUME",
                  "GENERAL {surname} VISITS {place} NAVAL YARD"),
              List.of("the basing agreement", "the naval exercise", "the radar site")),
          new Topic(
              List.of("SOPN", "PINT"),
              List.of("PHUM", "PGOV", "KIRF"),
              List.of(
                  "HUMAN RIGHTS LAWYERS IN {country} DESCRIBE GROWING PRESSURE",
                  "JOURNALIST {surname} RELEASED AFTER A NIGHT IN {place}"),
              List.of("the press law", "the detention of the editors", "the amnesty decree")),
          new Topic(
              List.of("SNAR"),
              List.of("SNAR", "KCRM"),
              List.of(
                  "SEIZURE AT {place} SHOWS NEW SMUGGLING ROUTE",
                  "{country} CUSTOMS SERVICE ASKS FOR TRAINING"),
              List.of("the customs patrol", "the extradition request", "the training program")),
          new Topic(
              List.of("PARM"),
              List.of("PARM", "MNUC", "KNNP"),
              List.of(
                  "{country} DELEGATION PREVIEWS POSITION FOR THE REVIEW CONFERENCE",
                  "ARMS CONTROL CONSULTATIONS IN {place}"),
              List.of("the inspection protocol", "the review conference", "the test moratorium")),
          new Topic(
              List.of("TECH", "SENV"),
              List.of("SENV", "TSPL", "EAGR"),
              List.of(
                  "FISHERIES COMMISSION AT {place} ENDS WITHOUT QUOTAS",
                  "{country}: DROUGHT, DAMS AND THE RIVER TREATY"),
              List.of("the river treaty", "the fishing quota", "the weather station")),
          new Topic(
              List.of("CGEN"),
              List.of("CVIS", "CMGT", "KFRD"),
              List.of(
                  "FRAUD SUMMARY {place}: FORGED SCHOOL RECORDS",
                  "CONSULAR ROUND TABLE IN {place}"),
              List.of("the forged certificates", "the interview backlog", "the stolen passports")),
          new Topic(
              List.of("SCUL", "OEXC"),
              List.of("OEXC", "SCUL", "KPAO"),
              List.of(
                  "JAZZ ORCHESTRA TOUR FILLS HALLS IN {place}",
                  "{country}: UNIVERSITY EXCHANGE AGREEMENT READY FOR SIGNATURE"),
              List.of("the exchange agreement", "the concert tour", "the library project")));
}
