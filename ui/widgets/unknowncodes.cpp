#include "ui/widgets/unknowncodes.h"

#include "models/tables/celltext.h"
#include "ui/forms/pickers.h"
#include "ui/forms/typed.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/sidescroll.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>

namespace waitline {

namespace {
constexpr size_t mostRows = 3;
constexpr Units mostUnitsOfACode = 1'000'000;
constexpr int leastForProducts = 200;

/// A code has no blanks to be wrapped at.
QString shortened(const QString &code)
{
    constexpr qsizetype most = 24;
    constexpr qsizetype ends = 10;
    return code.size() <= most ? code : code.left(ends) + u'…' + code.right(ends);
}
} // namespace

UnknownCodes::UnknownCodes(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_rows(new QVBoxLayout)
    , m_form(nullptr)
    , m_question(label({}))
    , m_product(productPicker(session, tr("Product of the code")))
    , m_units(new QLineEdit)
    , m_problem(problemLabel())
{
    setObjectName(QStringLiteral("unknownCodes"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_rows->setSpacing(4);
    m_form = makeForm();
    column->addLayout(m_rows);
    column->addWidget(m_form);
    column->addWidget(m_problem);
    m_form->hide();
    hide();
    connect(m_product, &SuggestionEdit::entered, this, [this] {
        m_units->setFocus();
        m_units->selectAll();
    });
    connect(m_product, &SuggestionEdit::newAsked, this, &UnknownCodes::newProductAsked);
    connect(m_units, &QLineEdit::returnPressed, this, &UnknownCodes::bind);
}

QWidget *UnknownCodes::makeForm()
{
    auto *form = new QWidget;
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto *which = new FlowLayout;
    auto *howMany = new QWidget;
    auto *units = new QHBoxLayout(howMany);
    units->setContentsMargins(0, 0, 0, 0);
    units->setSpacing(8);
    m_product->setObjectName(QStringLiteral("codeProduct"));
    m_units->setObjectName(QStringLiteral("codeUnits"));
    m_units->setToolTip(tr("Units that the code stands for: 12 on a carton of twelve"));
    m_units->setFixedWidth(64);
    QPushButton *give = pushButton(tr("Take"), QStringLiteral("check"));
    give->setObjectName(QStringLiteral("bindCode"));
    give->setToolTip(tr("The code belongs to this product from now on (Enter)"));
    connect(give, &QPushButton::clicked, this, &UnknownCodes::bind);
    m_product->setMinimumWidth(leastForProducts);
    which->addWidget(m_question);
    which->addWidget(m_product);
    addCaptioned(units, tr("Units that the code stands for"), m_units);
    auto *entry = new FlowLayout(nullptr, FlowLayout::Rest::Left);
    entry->addWidget(howMany);
    entry->addWidget(give);
    column->addLayout(which);
    column->addLayout(entry);
    return form;
}

void UnknownCodes::setCodes(const std::vector<UnknownCode> &codes)
{
    if (codes == m_codes)
        return;
    m_codes = codes;
    const bool isThere = std::any_of(codes.begin(), codes.end(), [this](const UnknownCode &code) { return code.code == m_asked; });
    if (!isThere)
        endAsking();
    showRows();
    setVisible(!m_codes.empty());
}

void UnknownCodes::setEditable(bool editable)
{
    setEnabled(editable);
    if (!editable)
        endAsking();
}

void UnknownCodes::showRows()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    size_t shown = 0;
    for (const UnknownCode &code : m_codes) {
        if (code.code != m_asked && shown < mostRows) {
            m_rows->addWidget(makeRow(code));
            ++shown;
        }
    }
    if (const qint64 more = std::ssize(m_codes) - qint64(shown) - (m_asked.isEmpty() ? 0 : 1); more > 0)
        m_rows->addWidget(mutedLabel(more == 1 ? tr("1 more unknown code") : tr("%1 more unknown codes").arg(numberText(more))));
}

QWidget *UnknownCodes::makeRow(const UnknownCode &code)
{
    auto *line = new QWidget;
    auto *row = new FlowLayout(line); // the buttons stand below the code where there is no room beside it
    const QString name = shortened(code.code);
    QLabel *what = label(code.times == 1 ? tr("Unknown: %1").arg(name) : tr("Unknown: %1, %2 times").arg(name, numberText(code.times)));
    what->setObjectName(QStringLiteral("unknownCode"));
    what->setToolTip(code.code);
    what->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    QPushButton *give = pushButton(tr("Which product?"), QStringLiteral("barcode"));
    give->setObjectName(QStringLiteral("whichProduct"));
    give->setAccessibleName(tr("Which product is %1?").arg(code.code));
    QPushButton *drop = closeButton(tr("Forget %1").arg(code.code));
    drop->setObjectName(QStringLiteral("forgetCode"));
    row->addWidget(what);
    row->addWidget(give);
    row->addWidget(drop);
    connect(
        give, &QPushButton::clicked, this, [this, name = code.code] { ask(name); }, Qt::QueuedConnection);
    connect(drop, &QPushButton::clicked, this, [this, name = code.code] { Q_EMIT forgetAsked(name); });
    return line;
}

void UnknownCodes::ask(const QString &code)
{
    m_asked = code;
    m_question->setText(tr("%1 is").arg(shortened(code)));
    m_product->clear();
    m_units->setText(QStringLiteral("1"));
    waitline::sayProblem(m_problem, {});
    m_form->show();
    m_product->setFocus();
    showRows();
    scrollToAll(m_form);
}

void UnknownCodes::bind()
{
    if (m_product->text().trimmed().isEmpty())
        return m_product->setFocus();
    const auto units = typedUnits(m_units->text(), QStringLiteral("units"));
    if (!units || *units < 1 || *units > mostUnitsOfACode) {
        sayProblem(units ? tr("A code stands for 1 unit or more, and for at most %1: enter how many.").arg(numberText(mostUnitsOfACode))
                         : units.error().message);
        m_units->selectAll();
        return m_units->setFocus();
    }
    Q_EMIT bindAsked(m_asked, m_product->text().trimmed(), *units);
}

void UnknownCodes::bindTo(const QString &sku)
{
    m_product->setText(sku);
    bind();
}

void UnknownCodes::endAsking()
{
    const bool hadKeyboard = m_form->isAncestorOf(QApplication::focusWidget());
    m_asked.clear();
    m_form->hide();
    waitline::sayProblem(m_problem, {});
    if (hadKeyboard)
        Q_EMIT closed();
}

void UnknownCodes::sayProblem(const QString &sentence) { waitline::sayProblem(m_problem, sentence); }

void UnknownCodes::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape || m_asked.isEmpty())
        return QWidget::keyPressEvent(event);
    endAsking();
    showRows();
}

} // namespace waitline
