#pragma once

#include "models/rule_draft.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace telltale {

/// A parameter of the condition of rules, as a form asks for it: one of number, text and choice.
/// Which kinds have it says RuleKind::members.
struct RuleParameter
{
    enum class Unit { None, Tag, Seconds };

    const char *member = ""; ///< its name in the file
    RuleDraft::Field field {};
    QString label {};
    QString hint {}; ///< stands in the empty field
    Unit unit = Unit::None;
    std::optional<double> proposal {}; ///< a number to begin with

    /// Nothing: the field is empty. Not finite: what is typed is no number.
    std::optional<double> (*number)(const AlarmRule &rule) = nullptr;
    void (*setNumber)(AlarmRule &rule, std::optional<double> number) = nullptr;
    QString (*text)(const AlarmRule &rule) = nullptr;
    void (*setText)(AlarmRule &rule, const QString &text) = nullptr;
    QStringList choices {};
    int (*choice)(const AlarmRule &rule) = nullptr;
    void (*setChoice)(AlarmRule &rule, int choice) = nullptr;

    /// What is wrong with it, as a sentence; empty: nothing.
    QString (*fault)(const AlarmRule &rule) = nullptr;
};

/// What the form of a rule offers and asks for.
/// Thread  any.
class RuleParameters
{
    Q_DECLARE_TR_FUNCTIONS(RuleParameters)

public:
    /// "value is too high": a kind of rule, with its side if it is a limit.
    struct Form
    {
        QString title;
        AlarmRule::Kind kind = AlarmRule::Kind::Limit;
        AlarmRule::Side side = AlarmRule::Side::High;
        bool isOf(const AlarmRule &rule) const;
    };
    static std::vector<Form> forms();
    static std::vector<RuleParameter> all();
    static bool belongsTo(const RuleParameter &parameter, AlarmRule::Kind kind);
    static QString unit(const RuleParameter &parameter, AlarmRule::Kind kind,
                        const QString &tagUnit);
    /// Makes it a rule of that form; of another one than before only what all kinds have stays.
    static void setForm(AlarmRule &rule, const Form &form);

    /// "1, 2, fault": booleans as true and false; a text that reads like something else in quotes.
    static QString valuesText(const std::vector<AlarmValue> &values);
    static std::vector<AlarmValue> valuesOf(const QString &text);
};

} // namespace telltale
